using System.Collections.Concurrent;
using System.Globalization;
using Cake.Core.Diagnostics;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>Keeps what a build logs, whatever its verbosity.</summary>
internal sealed class RecordedCakeLog : ICakeLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public Verbosity Verbosity { get; set; } = Verbosity.Diagnostic;

    public string Text => string.Join('\n', _lines);

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
        _lines.Enqueue($"{level}: {string.Format(CultureInfo.InvariantCulture, format, args)}");
}
