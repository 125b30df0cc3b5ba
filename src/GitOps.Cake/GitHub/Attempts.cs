using System.Runtime.ExceptionServices;

namespace GitOps.Cake.GitHub;

/// <summary>Reports that do not depend on one another: one that cannot be made keeps none of the others back.</summary>
internal static class Attempts
{
    /// <summary>Makes each, in order.</summary>
    /// <exception cref="GitOpsException">Some could not be made; the others were.</exception>
    public static async Task AllAsync(params IEnumerable<Func<Task>> reports)
    {
        var failures = new List<GitOpsException>();
        foreach (var report in reports)
        {
            try
            {
                await report().ConfigureAwait(false);
            }
            catch (GitOpsException exception)
            {
                failures.Add(exception);
            }
        }

        if (failures is [var only])
            ExceptionDispatchInfo.Throw(only);
        if (failures.Count > 0)
            throw new GitOpsException(string.Join('\n', failures.Select(failure => failure.Message)), failures[0]);
    }
}
