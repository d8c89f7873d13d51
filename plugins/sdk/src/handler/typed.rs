//! Handlers that are plain Rust functions: their arguments are read by position, through serde.

use std::vec;

use proto::value::{Value, from_nothing, from_value};
use serde::de::DeserializeOwned;

use super::Handler;
use crate::action::Action;
use crate::outcome::HandlerError;
use crate::{Answer, ArgumentError, Call};

/// The kind of plain functions with typed arguments.
#[derive(Debug)]
pub struct Typed;

/// The kind of functions with typed arguments that return a future.
#[derive(Debug)]
pub struct AsyncTyped;

/// The arguments of one function, as a tuple.
trait Arguments: Sized {
    /// How many there are.
    const COUNT: usize;

    /// Reads them from a call. What a caller gave beyond them is ignored.
    fn read(call: Call) -> Result<Self, ArgumentError>;
}

/// The arguments of a call that have not been read.
struct Unread {
    values: vec::IntoIter<Value>,
    index: usize,
    have: usize,
}

impl Unread {
    fn new(call: Call) -> Self {
        Self {
            index: 0,
            have: call.len(),
            values: call.into_arguments().into_iter(),
        }
    }

    fn next<T: DeserializeOwned + 'static>(&mut self) -> Result<T, ArgumentError> {
        let (index, have) = (self.index, self.have);
        self.index += 1;
        match self.values.next() {
            Some(value) => from_value(value).map_err(|error| ArgumentError::unreadable(index, error)),
            None => from_nothing().ok_or(ArgumentError::OutOfRange { index, have }),
        }
    }
}

impl Arguments for () {
    const COUNT: usize = 0;

    fn read(_: Call) -> Result<Self, ArgumentError> {
        Ok(())
    }
}

macro_rules! arguments {
    ($count:literal: $($type:ident)*) => {
        impl<$($type: DeserializeOwned + 'static),*> Arguments for ($($type,)*) {
            const COUNT: usize = $count;

            fn read(call: Call) -> Result<Self, ArgumentError> {
                let mut unread = Unread::new(call);
                Ok(($(unread.next::<$type>()?,)*))
            }
        }
    };
}

arguments! { 1: T1 }
arguments! { 2: T1 T2 }
arguments! { 3: T1 T2 T3 }
arguments! { 4: T1 T2 T3 T4 }
arguments! { 5: T1 T2 T3 T4 T5 }
arguments! { 6: T1 T2 T3 T4 T5 T6 }
arguments! { 7: T1 T2 T3 T4 T5 T6 T7 }
arguments! { 8: T1 T2 T3 T4 T5 T6 T7 T8 }

macro_rules! handlers {
    ($($name:ident: $type:ident),*) => {
        impl<F, A, Kind, $($type),*> Handler<(Typed, A, Kind, ($($type,)*))> for F
        where
            F: Fn($($type),*) -> A + Send + Sync + 'static,
            A: Answer<Kind>,
            $($type: DeserializeOwned + 'static,)*
        {
            fn into_action(self) -> Action {
                Action::blocking(Some(<($($type,)*)>::COUNT), move |call| {
                    let ($($name,)*) = <($($type,)*)>::read(call).map_err(HandlerError::failed)?;
                    self($($name),*).into_outcome()
                })
            }
        }

        impl<F, A, Kind, $($type),*> Handler<(AsyncTyped, A, Kind, ($($type,)*))> for F
        where
            F: Fn($($type),*) -> A + Send + Sync + 'static,
            A: Future<Output: Answer<Kind>> + Send + 'static,
            $($type: DeserializeOwned + 'static,)*
        {
            fn into_action(self) -> Action {
                Action::asynchronous(Some(<($($type,)*)>::COUNT), move |call| {
                    let answer = <($($type,)*)>::read(call).map(|($($name,)*)| self($($name),*));
                    async move { answer.map_err(HandlerError::failed)?.await.into_outcome() }
                })
            }
        }
    };
}

handlers! {}
handlers! { a: T1 }
handlers! { a: T1, b: T2 }
handlers! { a: T1, b: T2, c: T3 }
handlers! { a: T1, b: T2, c: T3, d: T4 }
handlers! { a: T1, b: T2, c: T3, d: T4, e: T5 }
handlers! { a: T1, b: T2, c: T3, d: T4, e: T5, f: T6 }
handlers! { a: T1, b: T2, c: T3, d: T4, e: T5, f: T6, g: T7 }
handlers! { a: T1, b: T2, c: T3, d: T4, e: T5, f: T6, g: T7, h: T8 }
