using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GitOps.Cake.Dummy;

/// <summary>What the dummy tool can be told to do.</summary>
public static class Commands
{
    /// <summary>The program of this assembly.</summary>
    public static string Path { get; } =
        System.IO.Path.ChangeExtension(typeof(Commands).Assembly.Location, OperatingSystem.IsWindows() ? "exe" : null)!;

    public static async Task<int> RunAsync(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments switch
        {
            ["echo", .. var words] => Echo(words),
            ["exit", var code, .. var errors] => Exit(code, errors),
            ["env"] => PrintEnvironment(),
            ["pwd"] => Echo([Environment.CurrentDirectory]),
            ["cat"] => Echo([await Console.In.ReadToEndAsync().ConfigureAwait(false)]),
            ["bytes", var count] => Bytes(count),
            ["wait"] => await WaitAsync(endOnInterrupt: true).ConfigureAwait(false),
            ["ignore"] => await WaitAsync(endOnInterrupt: false).ConfigureAwait(false),
            ["both", var count] => Both(count),
            ["crlf"] => Both("2", "\r\n"),
            ["forward", var program, var command] => await ForwardAsync(program, command).ConfigureAwait(false),
            ["adopt", var program, var command] => await AdoptAsync(program, command).ConfigureAwait(false),
            ["parent", var command] => await ParentAsync(command).ConfigureAwait(false),
            ["orphan"] => Orphan(),
            ["replay", var program, .. var words] => await Replaying.AnswerAsync(program, words).ConfigureAwait(false),
            ["run", var parent, .. var how] => await OwnRun.RunAsync(parent, ends: how is not ["stuck"]).ConfigureAwait(false),
            _ => Exit("64", [$"unknown: {string.Join(' ', arguments)}"]),
        };
    }

    private static int Echo(string[] words)
    {
        Array.ForEach(words, Console.WriteLine);
        return 0;
    }

    private static int Exit(string code, string[] errors)
    {
        Array.ForEach(errors, Console.Error.WriteLine);
        return int.Parse(code, CultureInfo.InvariantCulture);
    }

    private static int PrintEnvironment()
    {
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            Console.WriteLine($"{variable.Key}={variable.Value}");

        return 0;
    }

    private static int Bytes(string count)
    {
        var line = new byte[1024];
        Array.Fill(line, (byte)'x');
        line[^1] = (byte)'\n';
        using var output = Console.OpenStandardOutput();
        for (var left = long.Parse(count, CultureInfo.InvariantCulture); left > 0; left -= line.Length)
            output.Write(line, 0, (int)Math.Min(left, line.Length));

        return 0;
    }

    /// <summary>Says that it is ready, and waits for an interrupt; counts those that it gets.</summary>
    private static async Task<int> WaitAsync(bool endOnInterrupt)
    {
        var interrupted = new TaskCompletionSource<int>();
        var count = 0;
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Console.WriteLine($"interrupt {++count}");
            if (endOnInterrupt)
                interrupted.TrySetResult(7);
        });
        Console.WriteLine($"ready {Environment.ProcessId}");
        return await interrupted.Task.ConfigureAwait(false);
    }

    /// <summary>Starts a copy of itself, and ends when that ends, whatever signals say: as a shell does.</summary>
    private static Task<int> ParentAsync(string command) => AdoptAsync(Path, command);

    /// <summary>Starts a program, and ends when that ends, whatever signals say.</summary>
    private static async Task<int> AdoptAsync(string program, string command)
    {
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var child = Process.Start(new ProcessStartInfo(program, [command]))!;
        await child.WaitForExitAsync().ConfigureAwait(false);
        return child.ExitCode;
    }

    /// <summary>Starts a program, and hands an interrupt on to it: as helmfile does with helm.</summary>
    private static async Task<int> ForwardAsync(string program, string command)
    {
        using var child = Process.Start(new ProcessStartInfo(program, [command]))!;
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            Process.Start("kill", ["-INT", child.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        });
        await child.WaitForExitAsync().ConfigureAwait(false);
        return child.ExitCode;
    }

    /// <summary>Prints lines to both streams in turn.</summary>
    private static int Both(string count, string end = "\n")
    {
        for (var line = 1; line <= int.Parse(count, CultureInfo.InvariantCulture); line++)
        {
            Console.Out.Write(string.Create(CultureInfo.InvariantCulture, $"out {line}{end}"));
            Console.Out.Flush();
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"err {line}{end}"));
        }

        return 0;
    }

    /// <summary>Leaves a child behind that holds the output open.</summary>
    private static int Orphan()
    {
        using var child = Process.Start(new ProcessStartInfo(Path, ["wait"]))!;
        Console.WriteLine($"left {child.Id}");
        return 0;
    }
}
