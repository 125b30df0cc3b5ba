using System.Diagnostics;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Helmfile.Tests.State;

/// <summary>Runs programs of this machine for state files.</summary>
internal sealed class LocalCommands : ICommandRunner
{
    public async Task<CommandOutput> RunAsync(CommandRequest command, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            WorkingDirectory = command.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Variables)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync((command.Input ?? "").AsMemory(), cancellationToken);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var answer = new CommandOutput(process.ExitCode, await output, await error);
        foreach (var line in $"{answer.Output}{answer.Error}".Split('\n', StringSplitOptions.RemoveEmptyEntries))
            command.Heard?.Invoke(line);

        return answer;
    }
}
