using GitOps.Cake.Git;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.GitHub;

/// <summary>
/// Refuses to run a stranger's files with the repository's own credentials: an event that has them, while the head of a fork is checked out.
/// </summary>
internal sealed class ForkGuard(GitHubRun run, IToolRunner runner)
{
    /// <summary>Events whose runs have secrets and a token that may write, whoever caused them.</summary>
    private static readonly string[] Privileged = ["pull_request_target", "workflow_run", "issue_comment"];

    /// <summary>Whether there is anything to look at; most runs end here.</summary>
    public static bool Concerns(Func<string, string?> variable) => variable("GITHUB_EVENT_NAME") is { } name && Privileged.Contains(name);

    /// <exception cref="GitOpsException">A fork's head is checked out in a run with credentials.</exception>
    public async Task CheckAsync(bool allows, CancellationToken cancellationToken)
    {
        var place = await run.TryPlaceAsync(cancellationToken).ConfigureAwait(false);
        if (place is { IsFork: false, IsForkKnown: true } or { IsFork: false, PullRequest: null }
            || await GitRepository.FindAsync(runner, new ToolFinder(run.Workspace).Find(ToolSource.Git), run.Workspace, cancellationToken).ConfigureAwait(false) is not { } checkout
            || await ProblemAsync(checkout, place, cancellationToken).ConfigureAwait(false) is not { } what)
        {
            return;
        }

        if (!allows)
        {
            throw new GitOpsException(
                $"{what}\nBuild it in the event pull_request, which has no secrets, and publish the plan in a second workflow (PublishPlan). "
                + "To run it all the same, add --allow-unsafe-fork-checkout.");
        }

        run.Log.Warning($"{what} It runs all the same: --allow-unsafe-fork-checkout was given.");
    }

    private async Task<string?> ProblemAsync(GitRepository checkout, RunPlace? place, CancellationToken cancellationToken)
    {
        if (place is { IsFork: true })
        {
            return await HoldsAsync(checkout, place.Sha, cancellationToken).ConfigureAwait(false)
                ? $"The event {place.Event} has the repository's secrets, and {run.Workspace} holds the head of pull request {place.PullRequest}, which comes from a fork: "
                    + "its build, charts and hooks are a stranger's code."
                : null;
        }

        // A comment's event does not say whose a pull request is. Without a token nobody can be asked, and what is checked out may be anybody's.
        var head = await checkout.HeadAsync(cancellationToken).ConfigureAwait(false);
        return head == run.Variable("GITHUB_SHA")
            ? null
            : $"The event {run.Variable("GITHUB_EVENT_NAME")} has the repository's secrets, and {run.Workspace} holds {head}, which is not the commit of the event. "
                + "Whether it is a stranger's cannot be told: hand over a token for GitHub (GITHUB_TOKEN) that may read pull requests.";
    }

    /// <summary>Whether a stranger's commit is checked out, alone or merged into the base branch, as GitHub offers every pull request.</summary>
    private async Task<bool> HoldsAsync(GitRepository checkout, string sha, CancellationToken cancellationToken)
    {
        var head = await checkout.HeadAsync(cancellationToken).ConfigureAwait(false);
        if (head == sha)
            return true;

        // In these events GITHUB_SHA is a commit of the repository's own branch. It may merge the pull request too: somebody accepted it.
        return head != run.Variable("GITHUB_SHA") && (await checkout.HeadParentsAsync(cancellationToken).ConfigureAwait(false)).Contains(sha);
    }
}
