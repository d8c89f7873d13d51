display({ a: [1, 2], b: "text" })
display("plain text")
display(5)
display(null)
