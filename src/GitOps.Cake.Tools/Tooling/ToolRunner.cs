using System.Collections.Immutable;

namespace GitOps.Cake.Tooling;

/// <summary>Runs programs without a shell, interrupts them before it kills them, and keeps secrets out of every message.</summary>
public sealed class ToolRunner : IToolRunner
{
    private readonly ToolRunnerSettings _settings;
    private readonly Interruption? _interruption;

    /// <summary>A runner.</summary>
    /// <param name="settings">What all the programs have in common.</param>
    public ToolRunner(ToolRunnerSettings? settings = null)
        : this(settings ?? new(), new(), interruption: null)
    {
    }

    /// <param name="settings">What all the programs have in common.</param>
    /// <param name="redactor">The secrets of the run, shared with whoever learns new ones.</param>
    /// <param name="interruption">The end of the run by a signal.</param>
    internal ToolRunner(ToolRunnerSettings settings, Redactor redactor, Interruption? interruption)
    {
        (_settings, Redactor, _interruption) = (settings, redactor, interruption);
        foreach (var secret in settings.Secrets)
            redactor.Add(secret);

        foreach (var (_, value) in CredentialVariables.Present())
            redactor.Add(new Secret(value));
    }

    internal Redactor Redactor { get; }

    /// <inheritdoc/>
    public async Task<ToolOutput> RunAsync(
        ToolCommand command, Action<ToolLine>? onLine, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        command = command with { Program = Find(command), Environment = WithoutCredentials(command.Environment) };
        var redactor = Redactor.For(command);
        _settings.Log?.Verbose($"> {redactor.Redact(command.ToString())}");
        using var run = new ToolRun(command, redactor, onLine);
        using var stop = new ToolStop(command, command.GracePeriod ?? _settings.GracePeriod, _interruption);
        var output = await run.ExecuteAsync(stop, cancellationToken).ConfigureAwait(false);
        _settings.Log?.Verbose($"< {FailureText.Name(command)} {output} after {output.Duration.TotalMilliseconds:F0} ms");
        return output;
    }

    private static string Find(ToolCommand command)
    {
        if (command.WorkingDirectory is { } folder && !Directory.Exists(folder))
        {
            throw new GitOpsException(FailureText.Of(
                command, FailureText.WhatHappened(command, "its working directory does not exist."), "", "Create the folder, or name another one."));
        }

        return ProgramPath.Resolve(command.Program, command.WorkingDirectory) ?? throw new ToolNotFoundException(
            command.Program, ToolNotFound.Message(command));
    }

    private ImmutableDictionary<string, Argument?> WithoutCredentials(ImmutableDictionary<string, Argument?> environment)
    {
        var builder = environment.ToBuilder();
        foreach (var (name, _) in CredentialVariables.Present())
        {
            if (!environment.ContainsKey(name) && !_settings.PassEnvironment.Contains(name, StringComparer.Ordinal))
                builder[name] = null;
        }

        return builder.ToImmutable();
    }
}
