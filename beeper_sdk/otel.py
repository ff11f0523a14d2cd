"""Spans and a duration histogram for OpenTelemetry: ``Beeper(hooks=otel.hooks())``. Needs ``beeper-sdk[otel]``.

After the stable semantic conventions for HTTP clients: one span for each attempt, a child of the span that is current
where the call is made, ended when the answer has come (for a stream: its head) or will not come. Three departures:

- The span's name is the operation, ``messages.send``, which says more than method and template, and is as few.
- No ``url.full``: it holds ids of chats and people. ``url.template`` says the same without them.
- No trace headers are sent. Beeper is an app, not a service that is traced, and would only learn about yours.

``error.type`` is the status of an answer that says no, else the kind of failure as `hooks.Result` has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

try:
    from opentelemetry import metrics, trace
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "beeper_sdk.otel needs OpenTelemetry: install beeper-sdk[otel]", name=error.name
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
"""Seconds; those the conventions ask for."""
_MAX_SPANS = 10_000
"""Spans under way at once. Beyond it the oldest is ended: its attempt was forgotten."""
_METHODS = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})


def __dir__() -> list[str]:
    return sorted(__all__)


def hooks(tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None) -> Hooks:
    """Hooks that tell OpenTelemetry of every attempt.

    Args:
        tracer_provider: Where spans go; else to the one set for the whole program.
        meter_provider: Where ``http.client.request.duration`` goes; likewise.
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
    """The spans under way."""

    def __init__(self, tracer: Tracer, histogram: Histogram) -> None:
        self._tracer = tracer
        self._histogram = histogram
        self._spans: BoundedDict[int, tuple[Attempt, Span]] = BoundedDict(_MAX_SPANS, _forget)

    def on_request(self, attempt: Attempt) -> None:
        """An attempt begins."""
        attributes = _common(attempt)
        if attempt.number > 1:
            attributes["http.request.resend_count"] = attempt.number - 1
        if attempt.sent is not None:
            attributes["http.request.body.size"] = attempt.sent
        span = self._tracer.start_span(attempt.operation, kind=trace.SpanKind.CLIENT, attributes=attributes)
        self._spans[id(attempt)] = attempt, span  # with the attempt, so that no other gets its id

    def on_response(self, attempt: Attempt, result: Result) -> None:
        """It ended, in whatever way."""
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
    """What spans and measurements say alike."""
    return {
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
