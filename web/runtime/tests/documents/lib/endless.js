export const endless = () => endless()
export default function (value) { if (value) { return endless(value) } }
export const throws = (value) => value ? [value].map((one) => null[one]) : 0
