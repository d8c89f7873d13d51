Promise.reject(new Error("nobody listens"))
"goes on"
// cell
const handled = Promise.reject(new Error("in time"))
handled.catch(() => console.log("heard"))
"fine"
