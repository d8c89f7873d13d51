//! An `AbortSignal` cancels a call down to the handler in the plugin.

use crate::support::World;

/// Each line waits for the plugin to say so: without a cancellation it would end with a timeout.
const SCRIPT: &str = r#"
const { arrived, call, cancelled } = require("plugin:misbehaving")
const name = (error) => error.name

// The plugin starts at its first call, which does not get that far.
const early = new AbortController()
const first = call.async({ signal: early.signal })
early.abort()
console.log(await first.catch(name))

const controller = new AbortController()
const calls = [1, 2].map((number) => call.async(number, { signal: controller.signal }).catch(name))
await arrived.async()
await arrived.async()
controller.abort()
console.log(await Promise.all(calls), await cancelled.async(), await cancelled.async())

const timed = call.async({ signal: AbortSignal.timeout(20) }).catch(name)
console.log(await timed)
"#;

#[test]
fn aborting_a_signal_ends_the_handler_of_the_call() {
    let world = World::new();
    world.add_misbehaving("waits-in-call");
    world.write("main.js", SCRIPT);
    let said = world.pontoon(&["run", "main.js"]);
    insta::assert_snapshot!(format!("{}\n{}{:?}", said.text, said.errors, said.code), @r#"
    AbortError
    ["AbortError", "AbortError"] true true
    TimeoutError
    Some(0)
    "#);
}
