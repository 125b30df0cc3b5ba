using System.Globalization;
using System.Text.RegularExpressions;
using GitOps.Cake.Helmfile.Planning;
using GitOps.Cake.Helmfile.Releases;
using GitOps.Cake.Helmfile.Selection;
using GitOps.Cake.Results;

namespace GitOps.Cake.Helmfile.Verbs.Checks;

/// <summary><c>status</c>: what helm says of every selected release that is wanted.</summary>
internal sealed partial class StatusAsking(EnginePorts ports, Walk walk)
{
    public async Task<ReleaseStatuses> RunAsync(HelmfileStatusSettings settings, CancellationToken cancellationToken)
    {
        var work = new Work("status", settings.Scope) { Args = settings.Args, Reads = ReleaseInputs.Nothing, MatchesDeclared = true, CleansUpReleases = false };
        return new()
        {
            Releases = await new ReleaseWork(walk, work, HelmBound.ForChanges(settings.Scope.Concurrency)).EachAsync(
                (_, release) => AskAsync(release, cancellationToken), cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<ReleaseStatus> AskAsync(Release release, CancellationToken cancellationToken)
    {
        ports.Log.Information($"Getting status {release.Id.Name}");
        var answer = await ports.Checks.StatusAsync(
            release.Id with { KubeContext = release.KubeContext }, release.Rendering.ExtraArguments, cancellationToken).ConfigureAwait(false);
        if (answer.ExitCode != 0)
            throw new GitOpsException($"helm tells no status: {answer.Error.Trim()} Is it installed? An apply installs it, 'helm list --all' shows what there is.");

        return new()
        {
            Release = release.Id,
            Status = Line("STATUS", answer.Output) ?? "unknown",
            Revision = int.TryParse(Line("REVISION", answer.Output), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null,
            Text = answer.Output,
        };
    }

    private static string? Line(string name, string text) =>
        Lines().Matches(text).FirstOrDefault(line => line.Groups[1].ValueSpan.SequenceEqual(name))?.Groups[2].Value.Trim();

    [GeneratedRegex("^([A-Z ]+): (.*)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}
