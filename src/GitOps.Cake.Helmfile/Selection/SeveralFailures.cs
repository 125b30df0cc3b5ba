namespace GitOps.Cake.Helmfile.Selection;

/// <summary>Tells several failures as one, so that nobody has to run again to hear of the next.</summary>
internal static class SeveralFailures
{
    /// <exception cref="GitOpsException">There is one, or there are several, whose messages are joined.</exception>
    public static void ThrowIfAny(IEnumerable<GitOpsException?> failures)
    {
        switch (failures.OfType<GitOpsException>().ToList())
        {
            case []:
                break;
            case [var failure]:
                throw failure;
            case var several:
                throw new GitOpsException(string.Join(Environment.NewLine, several.Select(failure => failure.Message)), new AggregateException(several))
                {
                    IsRefusal = several.TrueForAll(failure => failure.IsRefusal),
                };
        }
    }
}
