//! A call that never ends by itself, in a plugin that says whether the host's cancellation arrived.

use std::future::pending;
use std::process::ExitCode;
use std::sync::Arc;

use pontoon_sdk::{Call, Function, Module};
use tokio::sync::Semaphore;

use crate::program::module_name;

/// Has a permit for each time that something happened.
type Happened = Arc<Semaphore>;

struct Waiting(Happened);

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.add_permits(1);
    }
}

pub(crate) fn waits() -> ExitCode {
    let (arrived, cancelled) = (happened(), happened());
    let call = {
        let (arrived, cancelled) = (Arc::clone(&arrived), Arc::clone(&cancelled));
        move |_: Call| {
            let waiting = Waiting(Arc::clone(&cancelled));
            arrived.add_permits(1);
            async move {
                let _waiting = waiting;
                pending::<bool>().await
            }
        }
    };
    pontoon_sdk::serve(
        Module::new(module_name())
            .version("v1")
            .doc("Waits in its calls until they are cancelled.")
            .function(Function::new("call", call).doc("call(): never returns."))
            .function(waits_for("arrived", arrived))
            .function(waits_for("cancelled", cancelled)),
    )
}

fn happened() -> Happened {
    Arc::new(Semaphore::new(0))
}

/// A function that answers once for each call of which something is known.
fn waits_for(name: &'static str, happened: Happened) -> Function {
    Function::new(name, move |_: Call| {
        let happened = Arc::clone(&happened);
        async move {
            let known = happened.acquire_owned().await?;
            known.forget();
            Ok::<_, pontoon_sdk::Error>(true)
        }
    })
    .doc(format!("{name}(): waits for the next call that {name}."))
}
