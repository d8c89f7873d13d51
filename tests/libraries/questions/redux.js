const { createStore, combineReducers, applyMiddleware } = require("redux");
const log = [];
const store = createStore(combineReducers({ n: (n = 0, { type }) => (type === "inc" ? n + 1 : n) }), applyMiddleware(() => (next) => (action) => { log.push(action.type); return next(action) }));
store.dispatch({ type: "inc" });
console.log(JSON.stringify(store.getState()), log.join());
