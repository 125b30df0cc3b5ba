using System.Collections.Immutable;
using GitOps.Cake.Helmfile;
using GitOps.Cake.Options;
using GitOps.Cake.Results;

namespace GitOps.Cake.Scopes;

/// <summary>Runs a task once for each scope that is chosen and affected, and says in the end what became of each.</summary>
/// <param name="context">The build's context.</param>
/// <param name="task">The task.</param>
internal sealed class ScopeRuns(IGitOpsContext context, ScopedTask task)
{
    private readonly GitOpsSession _session = context.Session;
    private readonly List<(string Name, string Outcome)> _summary = [];
    private readonly List<(string Name, GitOpsException Failure)> _failures = [];

    /// <exception cref="GitOpsException">It failed for some scope.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (declared, named, onlyAffected) = (context.Scopes, _session.Options.Values(LibraryOptions.ScopeNames), _session.Options.Flag(LibraryOptions.Affected));
        var isChosen = declared.Count > 0 || !named.IsEmpty || onlyAffected;
        if (!isChosen)
        {
            await task.Run().ConfigureAwait(false);
            return;
        }

        var scopes = ScopeChoice.Of(declared.Count > 0 ? declared : [context.Helmfile], named, _session.Workspace);
        if (!_session.Scopes.IsFollowedBy(task.Settings, scopes[0].Scope, declared.Count > 1 ? scopes[0].Name : null))
        {
            await task.Run().ConfigureAwait(false);
            return;
        }

        var decided = onlyAffected
            ? await AffectedAsync(scopes, cancellationToken).ConfigureAwait(false)
            : [.. scopes.Select(scope => new AffectedScope(scope.Name, true, ""))];
        RefuseOptionsOfOne(decided.Count(scope => scope.IsAffected));
        foreach (var ((name, scope), decision) in scopes.Zip(decided))
            await OneAsync(name, scope, decision, isOneOfSeveral: declared.Count > 1, cancellationToken).ConfigureAwait(false);

        Tell(scopes.Length);
    }

    private async Task<ImmutableArray<AffectedScope>> AffectedAsync(ImmutableArray<(string Name, HelmfileScope Scope)> scopes, CancellationToken cancellationToken)
    {
        var since = _session.Options.Value(LibraryOptions.Base) ?? _session.ChangeBase(context.GitHub);
        var decided = await _session.Scopes.AffectedAsync(
            string.Join('\n', scopes.Select(scope => scope.Name)),
            () => _session.Helmfile.AffectedAsync(scopes.Select(scope => scope.Scope), since, new CommandLineSettings(context).Needs, cancellationToken)).ConfigureAwait(false);
        foreach (var scope in decided)
            _session.Log.Verbose($"{scope.Name} is {(scope.IsAffected ? "" : "not ")}affected. {scope.Reason}");
        if (!decided.Any(scope => scope.IsAffected))
            _session.Log.Information($"Nothing is affected: no input of {(decided is [var only] ? only.Name : $"the {decided.Length} scopes")} changed since {since}.");

        return decided;
    }

    private async Task OneAsync(string name, HelmfileScope scope, AffectedScope decision, bool isOneOfSeveral, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var failed = task.Changes && _failures is [var (first, _), ..] ? first : null;
        try
        {
            if (!decision.IsAffected || failed is not null)
            {
                await _session.Scopes.WithAsync(scope, name, () => task.Skip(name, decision.IsAffected ? failed : null)).ConfigureAwait(false);
                _summary.Add((name, decision.IsAffected ? $"not tried, because {failed} failed" : "not affected"));
                return;
            }

            if (isOneOfSeveral)
                _session.Log.Information($"{name}:{(decision.Reason.Length > 0 ? $" {decision.Reason}" : "")}");
            await _session.Scopes.WithAsync(scope, isOneOfSeveral ? name : null, task.Run).ConfigureAwait(false);
            _summary.Add((name, task.Outcome() ?? "done"));
        }
        catch (GitOpsException exception)
        {
            _failures.Add((name, exception));
            _summary.Add((name, $"failed: {exception.Message.ReplaceLineEndings("\n").Split('\n')[0]}"));
        }
    }

    private void Tell(int count)
    {
        if (count > 1)
        {
            var width = _summary.Max(line => line.Name.Length);
            foreach (var (name, outcome) in _summary)
                _session.Log.Information($"{name.PadRight(width)}  {outcome}");
        }

        if (_failures is [var (_, only)] && count == 1)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(only);
        if (_failures.Count > 0)
            throw new ScopesFailedException([.. _failures], count);
    }

    private void RefuseOptionsOfOne(int count)
    {
        if (count < 2)
            return;

        ImmutableArray<string> problems =
        [
            .. ((LibraryOption[])[LibraryOptions.Accept, CommandOptions.Output]).Where(option => _session.Options.Value(option) is not null)
                .Select(option => $"The option --{option.Name} is about one scope, and this run has {count}. Name one of them with --scope."),
        ];
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);
    }
}
