namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>
/// A text that a person has approved. Another one is written beside it, as NAME.received.txt, to be compared and taken over; with
/// GITOPS_APPROVE=1 in the environment it takes the place of the approved one.
/// </summary>
internal sealed class ApiApproval(string folder, string name, bool approves)
{
    private readonly string _approved = Path.Combine(folder, $"{name}.txt");
    private readonly string _received = Path.Combine(folder, $"{name}.received.txt");

    /// <summary>What a person has to know; null where the text is the approved one.</summary>
    public string? Differs(string text)
    {
        var approved = File.Exists(_approved) ? File.ReadAllText(_approved).ReplaceLineEndings("\n") : null;
        if (approved == text || approves)
        {
            File.Delete(_received);
            if (approved != text)
            {
                File.WriteAllText(_approved, text);
            }

            return null;
        }

        File.WriteAllText(_received, text);
        var (was, isNow) = (Lines(approved ?? ""), Lines(text));
        return $"""
            {Path.GetFileName(_approved)} is not the public API any more.
            {string.Join('\n', was.Except(isNow).Select(line => $"- {line}").Concat(isNow.Except(was).Select(line => $"+ {line}")).Take(40))}
            Compare it with {_received}. If the change is wanted: run the tests once with GITOPS_APPROVE=1 and commit the text.
            """;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
