// expect: REJECTED .*No such file or directory.*
// What is not in the box cannot be included.
fn main() { println!("{}", include_str!("/etc/shadow")) }
