//! HTTP and gRPC-Web written by hand: requests that no browser would send, and sessions without a browser.

use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::GeneralPurposeConfig;
use base64::engine::{DecodePaddingMode, GeneralPurpose};
use prost::Message;
use proto::browser::{
    CloseSessionRequest, CloseSessionResponse, ExchangeCodeRequest, ExchangeCodeResponse, Fault,
    InvokeRequest, InvokeResponse, Module, OpenSessionRequest, OpenSessionResponse,
};
use proto::value::{EncodedValue, Value};
use thiserror::Error;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

const PATIENCE: Duration = Duration::from_secs(20);

/// What our calls are sent as.
pub const GRPC_WEB: &str = "application/grpc-web+proto";

/// An answer, split but not interpreted.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The header lines as received.
    pub headers: Vec<String>,
    /// What follows the head, still chunked if it came so.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header's value.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

/// Sends the head's lines and the body exactly as given, and reads to the end of the connection.
///
/// # Errors
/// Nobody answers, or the answer is no HTTP.
pub async fn send(authority: &str, head: &[&str], body: &[u8]) -> Result<Answer> {
    let mut request = head.join("\r\n").into_bytes();
    request.extend_from_slice(b"\r\nconnection: close\r\n\r\n");
    request.extend_from_slice(body);
    let exchange = async {
        let mut stream = TcpStream::connect(authority).await?;
        stream.write_all(&request).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        Ok::<_, std::io::Error>(answer)
    };
    let answer = timeout(PATIENCE, exchange)
        .await
        .context("wait for the answer")?
        .context("send a request")?;
    let split = answer
        .windows(4)
        .position(|window| window == b"\r\n\r\n")
        .context("find the answer's head")?;
    let head = String::from_utf8_lossy(&answer[..split]).into_owned();
    let mut lines = head.split("\r\n").map(str::to_owned);
    let status = lines.next().unwrap_or_default();
    let status = status
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .context("read the status")?;
    Ok(Answer {
        status,
        headers: lines.collect(),
        body: answer[split + 4..].to_vec(),
    })
}

/// What the bridge says in place of an answer.
#[derive(Debug, Error)]
#[error("{method} answered {status}: {}", fault.message)]
pub struct Refusal {
    /// Such as `Sessions/Invoke`.
    pub method: String,
    /// The gRPC status, a number.
    pub status: String,
    /// As the page gets it.
    pub fault: Fault,
}

/// A session opened without a browser.
#[derive(Debug)]
pub struct Session {
    authority: String,
    token: String,
    id: String,
    modules: Vec<Module>,
}

impl Session {
    /// Exchanges the code and opens a session.
    ///
    /// # Errors
    /// The bridge refuses either.
    pub async fn open(authority: &str, code: &str) -> Result<Self> {
        let request = ExchangeCodeRequest {
            code: code.to_owned(),
        };
        let ExchangeCodeResponse { token } = call(authority, "Gate/ExchangeCode", None, &request).await?;
        Self::open_with_token(authority, &token).await
    }

    /// Opens a session with a token that an earlier code was exchanged for.
    ///
    /// # Errors
    /// The bridge refuses.
    pub async fn open_with_token(authority: &str, token: &str) -> Result<Self> {
        let opened: OpenSessionResponse = call(
            authority,
            "Sessions/OpenSession",
            Some(token),
            &OpenSessionRequest {},
        )
        .await?;
        Ok(Self {
            authority: authority.to_owned(),
            token: token.to_owned(),
            id: opened.session_id,
            modules: opened.modules,
        })
    }

    /// What may be required.
    #[must_use]
    pub fn modules(&self) -> &[Module] {
        &self.modules
    }

    /// Names the session.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What was exchanged for the code.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Calls `export` or `export.method` of a module.
    ///
    /// # Errors
    /// The bridge or the plugin refuses, with a [`Refusal`].
    pub async fn invoke(&self, module: &str, path: &str, args: &[Value]) -> Result<Value> {
        let args = args
            .iter()
            .map(EncodedValue::try_from)
            .collect::<Result<_, _>>()?;
        Ok(Value::try_from(self.invoke_encoded(module, path, args).await?)?)
    }

    /// As [`Session::invoke`], with values that nobody reads here.
    ///
    /// # Errors
    /// The bridge or the plugin refuses, with a [`Refusal`].
    pub async fn invoke_encoded(
        &self,
        module: &str,
        path: &str,
        args: Vec<EncodedValue>,
    ) -> Result<EncodedValue> {
        let (export, method) = path.split_once('.').unwrap_or((path, ""));
        let request = InvokeRequest {
            session_id: self.id.clone(),
            module_name: module.to_owned(),
            export_name: export.to_owned(),
            method_name: method.to_owned(),
            args,
        };
        let answer: InvokeResponse =
            call(&self.authority, "Sessions/Invoke", Some(&self.token), &request).await?;
        Ok(answer.result.unwrap_or_default())
    }

    /// Closes the session, as the page's farewell does.
    ///
    /// # Errors
    /// The bridge does not know it any more.
    pub async fn close(self) -> Result<()> {
        let request = CloseSessionRequest { session_id: self.id };
        let CloseSessionResponse {} = call(
            &self.authority,
            "Sessions/CloseSession",
            Some(&self.token),
            &request,
        )
        .await?;
        Ok(())
    }
}

/// One message as gRPC-Web frames it.
#[must_use]
pub fn frame(message: &impl Message) -> Vec<u8> {
    let bytes = message.encode_to_vec();
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&[0], &length.to_be_bytes()[..], &bytes].concat()
}

async fn call<A: Message + Default>(
    authority: &str,
    method: &str,
    token: Option<&str>,
    request: &impl Message,
) -> Result<A> {
    let body = frame(request);
    let authorization = token.map(|token| format!("authorization: Bearer {token}"));
    let mut head = vec![
        format!("POST /pontoon.v1.{method} HTTP/1.1"),
        format!("host: {authority}"),
        format!("content-type: {GRPC_WEB}"),
        format!("content-length: {}", body.len()),
    ];
    head.extend(authorization);
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    let answer = send(authority, &head, &body).await?;
    if let Some(status) = answer.header("grpc-status").filter(|status| *status != "0") {
        return Err(Refusal {
            method: method.to_owned(),
            status: status.to_owned(),
            fault: fault_of(&answer)?,
        }
        .into());
    }
    if answer.status != 200 {
        bail!("{method} answered {}", answer.status);
    }
    let body = if answer.header("transfer-encoding") == Some("chunked") {
        unchunk(&answer.body).context("read the chunks")?
    } else {
        answer.body
    };
    let (head, rest) = body.split_at_checked(5).context("find the message's frame")?;
    if head[0] & 0x80 != 0 {
        bail!("{method} answered {:?}", String::from_utf8_lossy(rest));
    }
    let length = u32::from_be_bytes([head[1], head[2], head[3], head[4]]) as usize;
    Ok(A::decode(rest.get(..length).context("the message is cut")?)?)
}

/// gRPC's details in base64, whose padding may be missing.
fn fault_of(answer: &Answer) -> Result<Fault> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let details = answer.header("grpc-status-details-bin").unwrap_or_default();
    let details = LENIENT.decode(details).context("read the status's details")?;
    Fault::decode(&details[..]).context("read the fault")
}

fn unchunk(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    loop {
        let line = body.windows(2).position(|window| window == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&body[..line]).ok()?, 16).ok()?;
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(line + 2..line + 2 + size)?);
        body = body.get(line + 4 + size..)?;
    }
}
