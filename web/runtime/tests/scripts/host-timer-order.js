for (const delay of [30, 10, 20, 10]) setTimeout(console.log, delay, "after", delay)
setTimeout(() => Promise.resolve().then(() => console.log("micro of the first")), 0)
setTimeout(() => console.log("second"), 0)
