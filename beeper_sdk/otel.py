"""Spans and a duration histogram for OpenTelemetry: ``Beeper(hooks=otel.hooks())``. Requires ``beeper-sdk[otel]``.

Follows the stable semantic conventions for HTTP clients. Each attempt is one span, a child of the span that is current
when the call is made. It ends when the response was received (for a stream: its headers) or the attempt failed. There
are three deviations:

- The span name is the operation, such as ``messages.send``, instead of method and template. Its cardinality is as low.
- There is no ``url.full``, because it contains IDs of chats and people. ``url.template`` is the path without them.
- No trace headers are sent. Beeper does not take part in traces, and the headers would reveal information about yours.

``error.type`` is the HTTP status of an error response, or else the ``failure`` of `hooks.Result`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    from opentelemetry import metrics, trace
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        "beeper_sdk.otel requires OpenTelemetry; install beeper-sdk[otel]", name=_error.name
    ) from None

from ._core.util.bounded import BoundedDict
from ._version import __version__
from .hooks import Hooks

if TYPE_CHECKING:
    from opentelemetry.metrics import Histogram, MeterProvider
    from opentelemetry.trace import Span, Tracer, TracerProvider

    from .hooks import Attempt, Result

__all__ = ["hooks"]
_SCHEMA = "https://opentelemetry.io/schemas/1.37.0"
_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0)
"""Bucket boundaries in seconds, as the conventions specify them."""
_MAX_SPANS = 10_000
"""Maximum number of open spans. When it is exceeded, the oldest is ended as failed, so that attempts whose end is never
reported cannot fill the memory."""
_METHODS = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})


def __dir__() -> list[str]:
    return sorted(__all__)


def hooks(tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None) -> Hooks:
    """Hooks that report every attempt to OpenTelemetry.

    Args:
        tracer_provider: Receives the spans. Default: the global tracer provider.
        meter_provider: Receives the metric ``http.client.request.duration``. Default: the global meter provider.
    """
    tracer = trace.get_tracer("beeper_sdk", __version__, tracer_provider, _SCHEMA)
    histogram = metrics.get_meter("beeper_sdk", __version__, meter_provider, _SCHEMA).create_histogram(
        "http.client.request.duration",
        unit="s",
        description="Duration of HTTP client requests.",
        explicit_bucket_boundaries_advisory=_BUCKETS,
    )
    recorder = _SpanRecorder(tracer, histogram)
    return Hooks(on_request=recorder.on_request, on_response=recorder.on_response)


class _SpanRecorder:
    """The open spans, by attempt."""

    def __init__(self, tracer: Tracer, histogram: Histogram) -> None:
        self._tracer = tracer
        self._histogram = histogram
        self._spans: BoundedDict[int, tuple[Attempt, Span]] = BoundedDict(_MAX_SPANS, _forget)

    def on_request(self, attempt: Attempt) -> None:
        """Start a span for an attempt."""
        attributes = _common(attempt)
        if attempt.number > 1:
            attributes["http.request.resend_count"] = attempt.number - 1
        if attempt.sent is not None:
            attributes["http.request.body.size"] = attempt.sent
        span = self._tracer.start_span(attempt.operation, kind=trace.SpanKind.CLIENT, attributes=attributes)
        self._spans[id(attempt)] = attempt, span  # holds the attempt, so that its id() is not reused

    def on_response(self, attempt: Attempt, result: Result) -> None:
        """End the span of an attempt, and record its duration."""
        known: dict[str, str | int] = {}
        error_type: str | None = result.failure
        if result.status is not None:
            known["http.response.status_code"] = result.status
            if result.status >= 400:
                error_type = error_type or str(result.status)
        measured = _common(attempt) | known
        if error_type is not None:
            measured["error.type"] = error_type
        self._histogram.record(result.seconds, measured)
        _, span = self._spans.pop(id(attempt), (None, None))
        if span is not None:
            if result.received is not None:
                known["http.response.body.size"] = result.received
            span.set_attributes(known)
            _fail(span, error_type) if error_type is not None else span.end()


def _common(attempt: Attempt) -> dict[str, str | int]:
    """The attributes that spans and measurements have in common."""
    return {
        # The conventions require _OTHER for unknown methods, to keep the cardinality low.
        "http.request.method": attempt.method if attempt.method in _METHODS else "_OTHER",
        "server.address": attempt.host,
        "server.port": attempt.port,
        "url.scheme": attempt.scheme,
        "url.template": attempt.template,
    }


def _forget(entry: tuple[Attempt, Span]) -> None:
    _, span = entry
    _fail(span, "_OTHER")


def _fail(span: Span, kind: str) -> None:
    span.set_attribute("error.type", kind)
    span.set_status(trace.Status(trace.StatusCode.ERROR))
    span.end()
