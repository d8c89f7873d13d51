console.log([typeof undefined, typeof null, typeof true, typeof 1, typeof 1n, typeof "", typeof Symbol(), typeof {}, typeof [], typeof (() => 1), typeof class {}, typeof nowhere].join())
