//! Real plugin processes, spoken to over their real socket as a host would.

mod calls;
mod life;
mod process;
