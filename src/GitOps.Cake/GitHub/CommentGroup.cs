using System.Collections.Immutable;
using GitOps.Cake.Options;
using GitOps.Cake.Scopes;

namespace GitOps.Cake.GitHub;

/// <summary>The scopes that share a comment, and what tells it from others.</summary>
/// <param name="Key">What tells it from others.</param>
/// <param name="Scopes">The names of its scopes, in the build's order.</param>
internal sealed record CommentGroup(string Key, ImmutableArray<string> Scopes)
{
    /// <summary>
    /// The group of a scope: those of its environment, or itself alone. Where a run leaves some of them out (<c>--scope</c>), it cannot tell of all; then each
    /// has its own, and jobs that run at the same time for a scope each do not write over one another.
    /// </summary>
    public static CommentGroup Of(IGitOpsContext context, string scope, string? environment)
    {
        var (session, own) = (context.Session, new CommentGroup(scope, [scope]));
        if (context.Scopes.Count < 2 || context.GitHub.Comments == CommentPer.Scope)
            return own;

        var ofEnvironment = Names([]);
        return ofEnvironment.Contains(scope) && !ofEnvironment.Except(Names(session.Options.Values(LibraryOptions.ScopeNames))).Any()
            ? new($"environment {Word(environment)}", ofEnvironment)
            : own;

        ImmutableArray<string> Names(ImmutableArray<string> named) =>
            [.. ScopeChoice.Of(context.Scopes, named, session.Workspace).Where(known => Word(known.Scope.Environment) == Word(environment)).Select(known => known.Name)];
    }

    private static string Word(string? environment) => environment ?? "default";
}
