//! Runs soleus and gives the exit code.

fn main() {}
