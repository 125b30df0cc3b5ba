using System.Text.Json;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.Json;

/// <summary>A file that is read, for messages: what it is called, what it should hold, and how to get a good one.</summary>
internal sealed record JsonSource(string Name, string Noun, string WayOut)
{
    public GitOpsException TooLarge() =>
        Unreadable($"it is larger than {JsonFile.MaximumSize / 1024 / 1024} MiB.");

    public GitOpsException Newer(long version, int supported) => new(
        $"""
        {Name} has the schema version {version}; this version of GitOps.Cake reads {Noun} up to version {supported}.
        Update the package GitOps.Cake to at least the version that wrote the file.
        """);

    public GitOpsException Unreadable(JsonException exception) => Unreadable(
        Bare(exception.Message),
        exception.Path,
        exception.LineNumber + 1,
        exception.BytePositionInLine + 1,
        exception);

    public GitOpsException Unreadable(
        string what, string? path = null, long? line = null, long? column = null, Exception? cause = null)
    {
        var at = (path, line) switch
        {
            (null, null) => "",
            (_, null) => $"\n  @ {path}",
            (null, _) => $"\n  @ line {line}, column {column}",
            _ => $"\n  @ {path}, line {line}, column {column}",
        };

        // The file may come from anywhere: neither its names nor its text may reach a terminal as they are.
        var message = $"{Name} is not {Noun} that can be read: {Shown(what)}{ShownLines(at)}\n{WayOut}";
        return cause is null ? new(message) : new(message, cause);
    }

    // System.Text.Json repeats path and position at the end of the message.
    private static string Bare(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" LineNumber: ", StringComparison.Ordinal) : end;
        return end < 0 ? message : message[..end];
    }

    private static string ShownLines(string at) => at.Length == 0 ? at : "\n" + Shown(at[1..]);

    private static string Shown(string text) => VisibleText.Escape(text.Length > 500 ? text[..500] + "…" : text);
}
