//! Runs soleus, prints the error with its hint, gives the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    match soleus::run(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            soleus::report(&error);
            ExitCode::from(error.exit_code())
        }
    }
}
