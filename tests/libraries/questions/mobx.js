const { observable, autorun, computed, action, runInAction } = require("../node_modules/mobx/dist/mobx.cjs.production.min.js");
const state = observable({ a: 1, list: [1, 2], get sum() { return this.a + this.list.length } });
const seen = [];
autorun(() => seen.push(state.sum));
runInAction(() => { state.a = 5; state.list.push(3) });
console.log(seen.join());
