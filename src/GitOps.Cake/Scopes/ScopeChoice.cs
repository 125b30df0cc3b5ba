using System.Collections.Immutable;
using GitOps.Cake.Helmfile;

namespace GitOps.Cake.Scopes;

/// <summary>The scopes of a build by their names, and the choice among them.</summary>
internal static class ScopeChoice
{
    /// <summary>The chosen scopes in the order in which the build declares them; all where none is named.</summary>
    /// <exception cref="InvalidSettingsException">A name is none of them, or two have the same.</exception>
    public static ImmutableArray<(string Name, HelmfileScope Scope)> Of(IEnumerable<HelmfileScope> declared, ImmutableArray<string> named, string workspace)
    {
        ImmutableArray<(string Name, HelmfileScope Scope)> all = [.. declared.Select(scope => (ScopeName.Of(scope, workspace), scope))];

        // GitHub takes names of statuses that differ in upper and lower case only for one.
        if (all.GroupBy(scope => scope.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidSettingsException(
                $"{twice.Count()} scopes of the build are called {string.Join(" and ", twice.Select(scope => scope.Name).Distinct())}. A name keys statuses, comments, locks and plans: give each a Name of its own.");
        }

        ImmutableArray<string> problems = [.. named.Where(name => !all.Any(scope => scope.Name == name)).Select(name => Unknown(name, [.. all.Select(scope => scope.Name)]))];
        if (!problems.IsEmpty)
            throw new InvalidSettingsException(problems);

        return named.IsEmpty ? all : [.. all.Where(scope => named.Contains(scope.Name))];
    }

    private static string Unknown(string name, ImmutableArray<string> names) =>
        $"The build has no scope {name} (--scope). {(Spelling.Nearest(name, names) is { } near ? $"Did you mean {near}? " : "")}It has: {string.Join(", ", names)}.";
}
