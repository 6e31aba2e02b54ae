//! What is whole stays, what is open is closed.

use super::*;
use crate::io::library::{CATALOGUE, PROGRAMS};

fn mended(text: &str) -> String {
    mend(&Source::new("x", text)).text
}

#[test]
fn what_is_whole_stays_as_it_is() {
    let odd = [
        "a = [\n  \"]\", # [ \" {\n  '{', { b = [1], c = { d = 2 } },\n]\n[[exercise]] # [\n[ pain ]\nlimit = 3\r\n",
        "a = [\"\"\"x\"\"\"\"\"]\nb = \"\"\"\nc = [\n[pain\nd: 3\n\"\"\"\ne = '''\n]'''\nf = [\"\"\"\\\"\"\"\"]\n",
        "\u{feff}[define.exercise]\nsteps = ['it''s']\n",
        "",
    ];
    let files = CATALOGUE.iter().chain(PROGRAMS).map(|(_, text)| *text);
    for text in files.chain(odd) {
        let mended = mend(&Source::new("x", text));
        assert_eq!((mended.text.as_str(), mended.problems.len()), (text, 0));
    }
}

#[test]
fn what_is_open_is_closed_where_it_ends() {
    for (written, right) in [
        ("a = [1, 2\nb = 3", "a = [1, 2]\nb = 3"),
        ("a = [1, # two\n\n[pain]", "a = [1,] # two\n\n[pain]"),
        ("a = [{ b = 1,\n { b = 2 }]", "a = [{ b = 1,},\n { b = 2 }]"),
        ("a = [{ b = 1 ]\n", "a = [{ b = 1 }]\n"),
        ("a = { b = [1, 2 }\n", "a = { b = [1, 2 ]}\n"),
        ("[[exercise]\n[pain # x\n", "[[exercise]]\n[pain] # x\n"),
        ("[pain]]\n[exercise]\n", "[pain] \n[[exercise]]\n"),
        ("a = [\"x, \"y\"]\nb = 1", "             \nb = 1"),
        ("a = [\n  { b = \"x },\n]", "a = [\n             \n]"),
        ("a = [{ b = \"x,\n c = 1 }]", "a = [{        \n c = 1 }]"),
        ("a = \"\"\"x\ny\nb = 1", "a = \"\"\"x\ny\"\"\"\nb = 1"),
        ("a: 1", "a= 1"),
    ] {
        assert_eq!(mended(written), right, "{written}");
    }
}

#[test]
fn what_is_beyond_mending_is_left_to_the_parser() {
    for text in ["[".repeat(1_000), "a = [\n".repeat(200), "a = ".to_owned() + &"{ b = ".repeat(40)] {
        assert_eq!(mended(&text), text);
    }
}
