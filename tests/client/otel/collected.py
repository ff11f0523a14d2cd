"""An OpenTelemetry in memory, to see what is reported to it."""

from __future__ import annotations

import json

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import Histogram, InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from beeper_sdk import otel


class Collected:
    """Spans that ended and what was measured, with hooks that lead here."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self._reader = InMemoryMetricReader()
        self._tracers = TracerProvider()
        self._tracers.add_span_processor(SimpleSpanProcessor(self._exporter))
        self._meters = MeterProvider([self._reader])
        self.hooks = otel.hooks(self._tracers, self._meters)
        self.tracer = self._tracers.get_tracer("tests")

    @property
    def spans(self) -> list[ReadableSpan]:
        """Those that ended, in that order."""
        return list(self._exporter.get_finished_spans())

    @property
    def span(self) -> ReadableSpan:
        """The only one."""
        (span,) = self.spans
        return span

    @property
    def histogram(self) -> Histogram:
        """The only metric."""
        data = self._reader.get_metrics_data()
        assert data is not None
        ((metric,),) = [scope.metrics for resource in data.resource_metrics for scope in resource.scope_metrics]
        assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
        assert isinstance(metric.data, Histogram)
        return metric.data

    def everything(self) -> str:
        """All that would be sent away."""
        exported = [json.dumps(json.loads(span.to_json())) for span in self.spans]
        return "\n".join(exported) + repr(self.histogram)
