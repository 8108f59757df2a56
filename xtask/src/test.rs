//! `cargo xtask test`: every suite, one line each, and a sum.

use std::time::Instant;

use crate::shell::Done;
use crate::suites::{Count, SUITES};
use crate::system::{self, Purpose};

/// Runs the suites named, or all of them. A suite that fails does not stop the others.
pub fn run(names: &[String]) -> Done {
    if let Some(unknown) = names.iter().find(|name| SUITES.iter().all(|suite| suite.name != **name)) {
        let known: Vec<&str> = SUITES.iter().map(|suite| suite.name).collect();
        return Err(format!("{unknown} is no suite; there are: {}", known.join(" ")));
    }
    system::provide(Purpose::Test)?;
    let mut lines = Vec::new();
    let mut sum = Count::default();
    for suite in SUITES.iter().filter(|suite| names.is_empty() || names.iter().any(|name| name == suite.name))
    {
        println!("\n== {}", suite.name);
        let start = Instant::now();
        let count = (suite.run)();
        let line = format!(
            "{:<11} {:>6} passed {:>4} failed {:>5} s",
            suite.name,
            count.passed,
            count.failed,
            start.elapsed().as_secs()
        );
        println!("{line}");
        lines.push(line);
        sum = Count { passed: sum.passed + count.passed, failed: sum.failed + count.failed };
    }
    println!("\n== All suites (those that are one check count as one)\n{}", lines.join("\n"));
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { Ok(()) } else { Err(format!("{} did not hold", sum.failed)) }
}
