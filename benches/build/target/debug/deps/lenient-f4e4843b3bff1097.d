/work/main/benches/build/target/debug/deps/lenient-f4e4843b3bff1097.d: lenient/src/main.rs lenient/src/../../program.rs Cargo.toml

/work/main/benches/build/target/debug/deps/liblenient-f4e4843b3bff1097.rmeta: lenient/src/main.rs lenient/src/../../program.rs Cargo.toml

lenient/src/main.rs:
lenient/src/../../program.rs:
Cargo.toml:

# env-dep:CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__
# env-dep:CLIPPY_CONF_DIR
