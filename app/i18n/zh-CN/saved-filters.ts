/** Words of the filters that people keep for themselves. */
export const savedFilters = {
  'savedFilter.title': '常用筛选',
  'savedFilter.lead': '只有您自己看得到。',
  'savedFilter.save': '存为常用筛选',
  'savedFilter.manage': '管理常用筛选',
  'savedFilter.kept': '已存的筛选',
  'savedFilter.drop': '删除',
  'savedFilter.none': '还没有常用筛选',
  'savedFilter.noneLead': '在列表上选好条件，再点“存为常用筛选”。',
  'savedFilter.everything': '不限条件',
  'savedFilter.between': '；',
  'savedFilter.field.name': '名称',
  'savedFilter.field.name.hint': '最多 20 个字，如“待我初审”。用已有的名称，会替换原来的筛选',
  'refusal.savedFilter.nothing': '还没有筛选条件：请先在列表上选好条件',
  'refusal.savedFilter.full': '每个列表最多存 {most} 个常用筛选，请先删除不用的',
} as const;
