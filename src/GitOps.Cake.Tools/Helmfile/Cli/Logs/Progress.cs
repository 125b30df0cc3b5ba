using GitOps.Cake.Tooling;

namespace GitOps.Cake.Helmfile.Cli.Logs;

/// <summary>
/// What is told of helmfile's log while it works: every line as it comes, or, where a person looks on, one line per release and what
/// hooks show. All the rest is told at the verbose level then; what went wrong is told at the end.
/// </summary>
/// <param name="log">Hears it.</param>
/// <param name="perRelease">Whether a person looks on.</param>
/// <param name="compares">Whether the command is a comparison; an apply compares as well, and says so of every release once more.</param>
internal sealed class Progress(IRunLog log, bool perRelease, bool compares)
{
    private const string Comparing = "Comparing";
    private const string HookStart = "hook[";

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public void Hear(ToolLine line)
    {
        if (line.Text.Length == 0)
            return;

        if (!perRelease)
        {
            if (line.IsError)
                log.Information(line.Text);
        }
        else if (LogReader.WorkOf(line.Text) is var (verb, release) && (verb == Comparing) == compares && _told.Add(release))
        {
            log.Information($"{verb} {release} …");
        }
        else if (line.IsError)
        {
            Tell(line.Text);
        }
    }

    private void Tell(string text)
    {
        if (text.StartsWith(HookStart, StringComparison.Ordinal))
            log.Information(text);
        else
            log.Verbose(text);
    }
}
