console.log('counts is evaluated')
export let count = 0
export function add() { count++ }
