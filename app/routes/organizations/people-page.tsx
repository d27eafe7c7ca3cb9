import { FormErrors, type RawValues } from '#app/components/forms/index.ts';
import { PageTitle } from '#app/components/layout/index.ts';
import { AccountForm } from '#app/components/people/account-form.tsx';
import {
  Actions,
  Button,
  Card,
  EmptyState,
  Notice,
  RowList,
  Tag,
  useTranslate,
} from '#app/components/ui/index.ts';
import { memberFields } from '#app/domain/people/invitation-forms.ts';
import type { FieldRefusal, Refusal } from '#app/domain/refusal.ts';
import type { MemberView, OrganizationPeople } from '#app/operations/people/view-people.server.ts';
import { paths } from '#app/paths.ts';

interface Props {
  readonly view: OrganizationPeople;
  readonly viewerId: string;
  readonly done: 'invited' | 'ended' | 'changed' | null;
  readonly errors: readonly (Refusal | FieldRefusal)[];
  readonly raw: RawValues;
}

/** Who acts for an organization, and the way to add somebody. */
export function OrganizationPeoplePage({ view, viewerId, done, errors, raw }: Props) {
  const t = useTranslate();
  const action = paths.organizationPeople(view.organization.id);
  const ofInvitation = errors.some((error) => 'field' in error);
  return (
    <>
      <PageTitle
        crumbs={[{ label: view.organization.name, href: paths.organization(view.organization.id) }]}
        lead={t('people.organization.lead')}
      >
        {t('people.organization')}
      </PageTitle>
      {done && <Notice tone="good" title={t(`people.done.${done}`)} live />}
      {!ofInvitation && <FormErrors fields={[]} errors={errors} />}
      <Card title={t('people.members')} id="members">
        {view.members.length === 0 ? (
          <EmptyState title={t('people.members.none')} level={3}>
            {t('people.members.none.text')}
          </EmptyState>
        ) : (
          <RowList
            items={view.members.map((member) => ({
              id: member.id,
              title: (
                <>
                  <b>{member.name}</b> <Tag>{t.maybe(`role.${member.role}`) ?? member.role}</Tag>{' '}
                  {member.delegate && <Tag tone="good">{t('people.delegate')}</Tag>}
                </>
              ),
              note: [member.email, member.phone].filter(Boolean).join(' · '),
              action: <MemberActions member={member} action={action} isSelf={member.personId === viewerId} />,
            }))}
          />
        )}
      </Card>
      {view.rolesToGive.length > 0 && (
        <Card title={t('people.invite')} id="invite">
          <p className="soft">{t('people.invite.lead')}</p>
          <AccountForm
            action={action}
            fields={memberFields(view.rolesToGive)}
            values={raw}
            errors={ofInvitation ? errors : []}
            submit={t('people.invite.submit')}
          />
        </Card>
      )}
    </>
  );
}

interface MemberActionsProps {
  readonly member: MemberView;
  readonly action: string;
  readonly isSelf: boolean;
}

function MemberActions({ member, action, isSelf }: MemberActionsProps) {
  const t = useTranslate();
  if (!member.mayEnd && !isSelf) return null;
  return (
    <Actions>
      {member.mayDelegate && (
        <form method="post" action={action}>
          <input type="hidden" name="do" value="delegate" />
          <input type="hidden" name="membership" value={member.id} />
          <Button look="quiet" name="delegate" value={member.delegate ? 'no' : 'yes'}>
            {t(member.delegate ? 'people.delegate.stop' : 'people.delegate.start')}
          </Button>
        </form>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="do" value="end" />
        <input type="hidden" name="membership" value={member.id} />
        <Button look="quiet">{t(isSelf ? 'people.leave' : 'people.end')}</Button>
      </form>
    </Actions>
  );
}
