namespace GitOps.Cake.EndToEnd.Bootstrap;

/// <summary>A <c>dotnet</c> for the PATH: notes its arguments and calls the real one, except where it was told an answer.</summary>
internal sealed class RecordingDotnet
{
    private readonly string _script;

    public RecordingDotnet(string folder)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        _script = Path.Combine(Folder, "dotnet");
        File.WriteAllText(_script, $"""
            #!/usr/bin/env bash
            here=$(dirname "$0")
            printf '%s\n' "$*" >>"$here/calls"
            answer=$here/answer-to-${"{1#--}"}
            if [[ -e $answer ]]; then source "$answer"; fi
            exec '{Real}' "$@"

            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Forget();
    }

    /// <summary>The real program, with links resolved: what it needs lies next to it.</summary>
    public static string Real { get; } = FindReal();

    public string Folder { get; }

    /// <summary>How it was called since <see cref="Forget"/>, a line each.</summary>
    public IReadOnlyList<string> Calls => File.ReadAllLines(Path.Combine(Folder, "calls"));

    /// <summary>How often MSBuild was started.</summary>
    public int BuildCount => Calls.Count(call => call.StartsWith("publish ", StringComparison.Ordinal));

    public void Forget() => File.WriteAllText(Path.Combine(Folder, "calls"), "");

    /// <summary>Waits for a file that an answer writes next to this <c>dotnet</c>, and reads it.</summary>
    public async Task<string> WaitForAsync(string file)
    {
        var path = Path.Combine(Folder, file);
        while (!File.Exists(path) || new FileInfo(path).Length == 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets lines of bash answer the calls with this first argument.</summary>
    public void Answer(string command, string bash) => File.WriteAllText(AnswerPath(command), bash);

    public void AnswerItself(string command) => File.Delete(AnswerPath(command));

    private string AnswerPath(string command) => Path.Combine(Folder, $"answer-to-{command}");

    private static string FindReal()
    {
        var found = SearchPath.Find("dotnet");
        return File.ResolveLinkTarget(found, returnFinalTarget: true)?.FullName ?? found;
    }
}
