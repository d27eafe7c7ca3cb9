/** As many as one file may hold, its heading being a row too. */
export const rowsOfRegister = 9_999;

/** A register of organizations that are all in incubation, as comma separated text. */
export function registerText(): string {
  const rows = Array.from({ length: rowsOfRegister }, (_, i) => {
    const phone = `138${String(i).padStart(8, '0')}`;
    return `新入壳第${i}志愿服务队,备案,新备${i},张三,${phone},2026-01-01,2026-12-31`;
  });
  return ['组织名称,登记类型,备案号,负责人,联系电话,入驻日期,孵化期满日期', ...rows].join('\n');
}
