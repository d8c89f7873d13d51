export const side = 2
export function area(a) { return a * a }
export default class Shape {}
