/**
 * The name, or with the first number behind it that makes it free: "Login", "Login 2".
 *
 * @param gap between both
 */
export function freeName(wanted: string, isTaken: (name: string) => boolean, gap = ' '): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = `${wanted}${gap}${number}`;
  return name;
}
