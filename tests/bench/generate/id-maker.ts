const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids as the program makes them (ULID): the time of `like`, and a number in the place of the chance. */
export function idMaker(): (like: string) => string {
  let made = 0;
  return (like) => {
    made += 1;
    let rest = '';
    for (let left = made, i = 0; i < 16; i += 1) {
      rest = crockford[left % 32] + rest;
      left = Math.floor(left / 32);
    }
    return like.slice(0, 10) + rest;
  };
}
