using GitOps.Cake.GitHub;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;

namespace GitOps.Cake.Pipelines;

/// <summary>
/// What is done with the files of a stranger, such as a fork's: they are rendered, with everything off by which they could start programs, and shown where they harm
/// nobody. No cluster is asked.
/// </summary>
internal sealed class ReportedRendering(GitOpsSession session, GitHubRun run, string scope)
{
    private const int Longest = 300_000;

    /// <param name="settings">What would be compared.</param>
    /// <param name="stranger">Whose they are, in words.</param>
    /// <param name="publish">Takes what is known as a plan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<string> ShowAsync(HelmfileDiffSettings settings, string stranger, Action<Plan> publish, CancellationToken cancellationToken)
    {
        var why = $"Rendered only: {stranger}, so nothing is compared with a cluster, and nothing of it starts programs.";
        session.Log.Information(why);
        GitOpsSession.DistrustFiles();
        var rendered = await session.Helmfile.TemplateAsync(
            new()
            {
                Scope = settings.Scope,
                Values = settings.Values,
                Needs = settings.Needs,
                Args = settings.Args,
                TemplateArgs = settings.TemplateArgs,
                Timeout = settings.Timeout,
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var release in rendered.Releases)
            session.Log.Information(RenderedConsole.Of(release));

        // Another run, which may write to GitHub, can show it (PublishPlan).
        var plan = RenderedPlan.Of(rendered, settings.Scope, why, run.Time.GetUtcNow());
        publish(plan);
        await session.Helmfile.WriteAsync(settings.PlanFile, plan, cancellationToken).ConfigureAwait(false);
        await StepSummary.AddAsync(run, RenderedMarkdown.Of(rendered, scope, why, Longest), cancellationToken).ConfigureAwait(false);
        return $"rendered only: {stranger} ({rendered.Releases.Length} releases)";
    }
}
