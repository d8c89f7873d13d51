export { area } from '../shapes.js'
export const late = await Promise.resolve('late')
