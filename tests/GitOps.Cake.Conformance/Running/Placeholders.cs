using GitOps.Cake.Conformance.Answers;

namespace GitOps.Cake.Conformance.Running;

/// <summary>Puts the names of the recordings in place of this machine's paths.</summary>
internal sealed class Placeholders(CaseWorkspace workspace, LaneFolder folder, Toolbox tools, string? server)
{
    // The longer path first: the copy holds the case.
    private readonly (string Text, string Name)[] _names =
    [
        (workspace.Case, "$CASE"), (workspace.Charts, "$CHARTS"), (workspace.Root, "$ROOT"), (tools.Bin, "$BIN"), (folder.Temporary, "$TMP"),
        (ChartRepository.Address, "$REPO"), .. server is null ? Array.Empty<(string, string)>() : [(server, "$SERVER")],
    ];

    public EngineAnswer In(EngineAnswer answer) => answer with { Output = In(answer.Output), Error = In(answer.Error) };

    public string In(string text) =>
        _names.Aggregate(text, (replaced, name) => replaced.Replace(name.Text, name.Name, StringComparison.Ordinal));
}
