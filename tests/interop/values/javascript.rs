//! Values that a script passes to a plugin, and what it gets back from one that answers its argument.

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// A JavaScript expression.
    pub(crate) expression: &'static str,
    /// What that is, where the expression does not tell.
    pub(crate) what: &'static str,
    /// What comes back, as `show` in `script.rs` writes it, or the name and message of what is thrown.
    pub(crate) outcome: &'static str,
    /// What comes back from the plugin in Rust, where that differs.
    pub(crate) from_rust: &'static str,
    /// What the genuine host makes of it, where that differs: from go-go-goja's table of values.
    pub(crate) genuine: &'static str,
    pub(crate) passed: Passed,
}

/// What is done with the expression's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passed {
    /// It is an argument for both plugins.
    ToBoth,
    /// It is what came back from the plugin in Go, `go`.
    FromGo,
}

const CYCLIC: &str = "the host process dies";

pub(crate) fn rows() -> Vec<Row> {
    [
        numbers(),
        nothing(),
        texts(),
        arrays(),
        objects(),
        depths(),
        bytes(),
        boxed(),
        refused(),
    ]
    .concat()
}

fn numbers() -> Vec<Row> {
    vec![
        row("0", "0"),
        row("-0", "-0"),
        row("1.5", "1.5"),
        row("0.1 + 0.2", "0.30000000000000004"),
        row("NaN", "NaN").genuine(r#"the string "NaN""#),
        row("Infinity", "Infinity").genuine(r#"the string "Infinity""#),
        row("-Infinity", "-Infinity").genuine(r#"the string "-Infinity""#),
        row("Number.MAX_SAFE_INTEGER", "9007199254740991"),
        row("2 ** 53 + 1", "9007199254740992"),
        row("9007199254740993", "9007199254740992"),
        row("1e308", "1e+308"),
        row("-5e-324", "-5e-324"),
        row("-1e21", "-1e+21"),
        row("true", "true"),
        row("false", "false"),
    ]
}

fn nothing() -> Vec<Row> {
    vec![
        row("null", "null"),
        row("undefined", "null"),
        row("[undefined, null]", "[null, null]"),
        row("[, 1, , ]", "[null, 1, null]"),
        row("new Array(3)", "[null, null, null]"),
        row("({ a: undefined })", r#"{"a": null}"#),
    ]
}

fn texts() -> Vec<Row> {
    const LONE: &str = "is a string with a lone surrogate; pass text.toWellFormed()";
    let lone: &'static str = format!("TypeError: argument 1 {LONE}").leak();
    let lone_key: &'static str = format!("TypeError: argument 1: [\"\u{fffd}\"] {LONE}").leak();
    vec![
        row(r#""""#, r#""""#),
        row(r#""a\0b""#, r#""a\u0000b""#),
        row(r#""\u2028\u2029\ufeff""#, r#""\u2028\u2029\ufeff""#),
        row(r#""\ud83e\udd80""#, r#""\ud83e\udd80""#),
        row(r#""e\u0301""#, r#""e\u0301""#),
        row(r#""\ufffe\uffff""#, r#""\ufffe\uffff""#),
        row(r#""x".repeat(2 ** 20)"#, "a string of 1048576"),
        row(r#""a\ud800""#, lone).genuine("U+FFFD in its place"),
        row(r#"({ "\udc00": 1 })"#, lone_key).genuine("U+FFFD in its place"),
    ]
}

fn arrays() -> Vec<Row> {
    vec![
        row("[]", "[]"),
        row(r#"[1, "a", [true, []], {}]"#, r#"[1, "a", [true, []], {}]"#),
        row("Object.assign([1], { extra: 2 })", "[1]"),
        row("new (class List extends Array {})(1, 2)", "[1, 2]"),
        row("(() => { const a = [1]; return [a, a] })()", "[[1], [1]]"),
        row(
            "Array.from({ length: 100000 }, (_, i) => i)",
            "an array of 100000",
        ),
        row(
            "new Array(2 ** 32 - 1)",
            "RangeError: argument 1: value holds more than 2000000 values",
        ),
    ]
}

fn objects() -> Vec<Row> {
    vec![
        row("({})", "{}"),
        row(r#"({ "": 1 })"#, r#"{"": 1}"#),
        row(
            "Object.create(null, { a: { value: 1, enumerable: true } })",
            r#"{"a": 1}"#,
        ),
        row("Object.create({ inherited: 1 })", "{}"),
        row("({ __proto__: { inherited: 1 }, own: 2 })", r#"{"own": 2}"#),
        row(r#"({ ["__proto__"]: 1 })"#, r#"{"__proto__": 1}"#),
        row(
            r#"JSON.parse('{"__proto__": {"polluted": true}}')"#,
            r#"{"__proto__": {"polluted": true}}"#,
        ),
        row(
            r#"({ constructor: "c", toString: "t" })"#,
            r#"{"constructor": "c", "toString": "t"}"#,
        ),
        row("({ [Symbol.iterator]: 1, a: 2 })", r#"{"a": 2}"#),
        row(
            "Object.defineProperty({ a: 1 }, 'hidden', { value: 2 })",
            r#"{"a": 1}"#,
        ),
        row("({ get a() { return this.b }, b: 2 })", r#"{"a": 2, "b": 2}"#),
        row(
            "({ get a() { throw new RangeError('mine') } })",
            "RangeError: mine",
        ),
        row(
            "new (class Point { x = 1; #hidden = 2; get y() { return 3 } })()",
            r#"{"x": 1}"#,
        ),
        row("Object.freeze({ a: [1] })", r#"{"a": [1]}"#),
        row(r#"({ 2: "b", 1: "a" })"#, r#"{"1": "a", "2": "b"}"#),
    ]
}

fn depths() -> Vec<Row> {
    const TOO_DEEP: &str = "RangeError: argument 1: value is nested more than 4999 levels deep";
    vec![
        row("nest(50)", "50 in each other"),
        row("nest(1000)", "1000 in each other"),
        row("nest(4999)", "4999 in each other"),
        row("nest(5000)", TOO_DEEP),
        row("nest(100000)", TOO_DEEP),
        row("nestObjects(34)", "34 in each other"),
        row("nestObjects(3333)", "3333 in each other"),
        Row {
            from_rust: "3334 in each other",
            ..row(
                "nestObjects(3334)",
                "PluginError: grpc: error unmarshalling request: proto: exceeded maximum recursion depth",
            )
        },
        row(
            "(() => { const a = {}; a.list = [{ back: a }]; return a })()",
            "TypeError: argument 1: list[0].back refers back to the argument itself; pass a copy without the cycle",
        )
        .genuine(CYCLIC),
        row(
            "(() => { const a = []; a.push(a); return { a } })()",
            "TypeError: argument 1: a[0] refers back to a; pass a copy without the cycle",
        )
        .genuine(CYCLIC),
    ]
}

fn bytes() -> Vec<Row> {
    const TYPED: &str = "pass Array.from(array), or a Uint8Array of its bytes";
    let typed = |name: &str| -> &'static str { format!("TypeError: argument 1 is {name}; {TYPED}").leak() };
    vec![
        row("new Uint8Array([1, 2, 255])", r#""AQL/""#),
        row("new Uint8Array(0)", r#""""#),
        row("new Uint8Array([0, 1, 2, 3]).subarray(1, 3)", r#""AQI=""#),
        row("({ data: new Uint8Array([65]) })", r#"{"data": "QQ=="}"#),
        row("new Uint8ClampedArray(1)", typed("a Uint8ClampedArray")),
        row("new Int8Array(1)", typed("an Int8Array")),
        row("new Int32Array(1)", typed("an Int32Array")),
        row("new Float64Array(1)", typed("a Float64Array")),
        row("new BigInt64Array(1)", typed("a BigInt64Array")),
        row(
            "new ArrayBuffer(1)",
            refusal("an ArrayBuffer", "pass new Uint8Array(buffer)"),
        ),
        row(
            "new DataView(new ArrayBuffer(1))",
            refusal("a DataView", "pass new Uint8Array(view.buffer)"),
        )
        .genuine("`{}`"),
    ]
}

fn boxed() -> Vec<Row> {
    vec![
        row("new Number(3)", "3"),
        row("new Boolean(false)", "false"),
        row("new String('s')", r#""s""#).genuine("`{}`"),
        row("[Object(-0), Object('é')]", r#"[-0, "\u00e9"]"#),
    ]
}

fn refused() -> Vec<Row> {
    const DATA: &str = "pass a plain object, an array, a string, a number, a boolean or null";
    vec![
        row(
            "({ profile: { born: new Date(0) } })",
            "TypeError: argument 1: profile.born is a Date; pass date.toISOString()",
        ),
        row("new Date(NaN)", refusal("a Date", "pass date.toISOString()")).genuine("`null`"),
        row(
            "new Map([[1, 2]])",
            refusal("a Map", "pass Object.fromEntries(map)"),
        ),
        row("new Set([1])", refusal("a Set", "pass [...set]")).genuine("`[1]`"),
        row("new WeakMap()", refusal("a WeakMap", DATA)),
        row("/x/g", refusal("a RegExp", "pass regexp.source")).genuine("`{}`"),
        row("new TypeError('no')", refusal("an Error", "pass error.message")).genuine("`{}`"),
        row(
            "10n",
            refusal("a BigInt", "pass Number(value) or value.toString()"),
        ),
        row(
            "Object(10n)",
            refusal("a BigInt", "pass Number(value) or value.toString()"),
        ),
        row("Symbol('s')", refusal("a Symbol", "pass symbol.description")).genuine(r#"the string "s""#),
        row("() => 1", refusal("a function", "plugins accept only data")),
        row("class A {}", refusal("a function", "plugins accept only data")),
        row(
            "({ toJSON() { return 1 } })",
            "TypeError: argument 1: toJSON is a function; plugins accept only data",
        ),
        row(
            "Promise.resolve(1)",
            refusal("a Promise", "pass the value it resolves to"),
        ),
        row(
            "new Proxy({}, {})",
            refusal("a Proxy", "pass a copy such as {...proxy}"),
        ),
        row(
            "(function () { return arguments })(1)",
            refusal("not a plain object", DATA),
        ),
        row("[1].values()", refusal("an Array Iterator", DATA)),
        row("(function* () {})()", refusal("a Generator", DATA)),
        row("Math", "{}"),
    ]
}

fn refusal(what: &str, way_out: &str) -> &'static str {
    format!("TypeError: argument 1 is {what}; {way_out}").leak()
}

fn row(expression: &'static str, outcome: &'static str) -> Row {
    Row {
        expression,
        what: "",
        outcome,
        from_rust: "",
        genuine: "",
        passed: Passed::ToBoth,
    }
}

impl Row {
    /// What it is about.
    pub(crate) fn name(&self) -> &'static str {
        if self.what.is_empty() {
            self.expression
        } else {
            self.what
        }
    }

    fn genuine(mut self, genuine: &'static str) -> Self {
        self.genuine = genuine;
        self
    }
}
