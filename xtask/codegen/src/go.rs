//! Go code of the plugin contract, for the plugins that the tests build on the genuine go-plugin. The generators
//! are Google's; the Go module of the tests pins their versions, and protox takes the place of `protoc`.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};
use prost::Message as _;
use prost_types::compiler::{CodeGeneratorRequest, CodeGeneratorResponse};

const PROTO: &str = "hashiplugin/contract/v1/jsmodule.proto";

/// The package of the generated code. A file's place in `out` is its path below this one.
const PACKAGE: &str = "pontoon/tests/go/contract";

const GENERATORS: [&str; 2] = ["protoc-gen-go", "protoc-gen-go-grpc"];

/// Writes the files of both generators into `out`. `module` is the folder of the Go module.
pub(crate) fn generate(protos: &Path, module: &Path, out: &Path) -> Result<()> {
    let descriptors = protox::compile([PROTO], [protos]).context("compile the contract")?;
    let request = CodeGeneratorRequest {
        file_to_generate: vec![PROTO.to_owned()],
        parameter: Some(format!("module={PACKAGE},M{PROTO}={PACKAGE};contract")),
        proto_file: descriptors.file,
        ..CodeGeneratorRequest::default()
    }
    .encode_to_vec();
    for generator in GENERATORS {
        let answer = run(generator, module, &request).with_context(|| format!("run {generator}"))?;
        let answer = CodeGeneratorResponse::decode(answer.as_slice())
            .with_context(|| format!("read what {generator} wrote"))?;
        if let Some(error) = answer.error {
            bail!("{generator}: {error}");
        }
        for file in answer.file {
            let path = out.join(file.name());
            fs::write(&path, file.content()).with_context(|| format!("write {}", path.display()))?;
        }
    }
    Ok(())
}

/// A generator reads its whole request before it writes.
#[expect(clippy::disallowed_methods, reason = "a generator ends by itself")]
fn run(generator: &str, module: &Path, request: &[u8]) -> Result<Vec<u8>> {
    let mut child = Command::new("go")
        .args(["tool", generator])
        .current_dir(module)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().context("its standard input is missing")?;
    stdin.write_all(request)?;
    drop(stdin);
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("it ended with {}", output.status);
    }
    Ok(output.stdout)
}
