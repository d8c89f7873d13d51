//! Libraries of npm, most of them as their minified builds, are loaded by `pontoon run` and asked something: each must
//! answer as it does in Node.js. A question is a file of `questions/`.

mod answer;
mod table;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use answer::Answer;

/// Those that the engine keeps from answering, and why. One that answers must leave the list.
const KNOWN_FAILURES: &[(&str, &str)] = &[
    ("arktype", "asks for FormData, which is not here"),
    (
        "showdown",
        "a replacement by a regular expression differs in the engine",
    ),
];

/// Programs at the same time.
const AT_ONCE: usize = 2;

#[tokio::test]
async fn libraries_answer_as_in_node() -> Result<()> {
    let questions = questions()?;
    ensure!(
        questions.len() >= 60,
        "only {} questions were found",
        questions.len()
    );
    let permits = Arc::new(Semaphore::new(AT_ONCE));
    let mut asked = JoinSet::new();
    for question in questions {
        let permits = Arc::clone(&permits);
        asked.spawn(async move {
            let _permit = permits.acquire().await?;
            Answer::to(question).await
        });
    }
    let mut answers = Vec::new();
    while let Some(answer) = asked.join_next().await {
        answers.push(answer??);
    }
    answers.sort_by(|one, other| one.name.cmp(&other.name));
    announce(&table::of(&answers, KNOWN_FAILURES));
    let surprises: Vec<String> = answers
        .iter()
        .filter(|answer| answer.is_right() == is_known(answer))
        .map(Answer::report)
        .collect();
    ensure!(surprises.is_empty(), "{}", surprises.join("\n"));
    Ok(())
}

fn is_known(answer: &Answer) -> bool {
    KNOWN_FAILURES.iter().any(|(name, _)| *name == answer.name)
}

fn questions() -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("libraries/questions");
    let mut questions = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("list {}", folder.display()))? {
        questions.push(entry.context("list the questions")?.path());
    }
    questions.sort();
    Ok(questions)
}

/// Shows the table to whoever runs the test with `--no-capture`.
#[expect(clippy::print_stdout, reason = "the table is what one runs it for")]
fn announce(table: &str) {
    println!("\n{table}");
}
