//! The command line's door: hands what was typed to [`lotse::cli`] and its answer to the shell.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: lotse::Allocator = lotse::Allocator;

fn main() -> ExitCode {
    lotse::cli::run(std::env::args_os())
}
