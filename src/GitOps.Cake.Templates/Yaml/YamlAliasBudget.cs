namespace GitOps.Cake.Templates.Yaml;

/// <summary>
/// Counts what a document is when every alias is written out, as go-yaml does against "billion laughs": small documents may come from
/// aliases nearly as a whole, large ones to a tenth.
/// </summary>
internal sealed class YamlAliasBudget
{
    private const double Small = 400_000;
    private const double Large = 4_000_000;

    private long _written;
    private long _aliased;

    public long Total { get; private set; }

    private double AllowedShare => Total switch
    {
        <= (long)Small => 0.99,
        >= (long)Large => 0.10,
        _ => 0.99 - 0.89 * ((Total - Small) / (Large - Small)),
    };

    /// <summary>Counts a node that is written; gives their number.</summary>
    public long Node()
    {
        Total++;
        return ++_written;
    }

    /// <summary>Counts the nodes that an alias stands for; false when they are too many.</summary>
    public bool Alias(long weight)
    {
        Total += weight;
        _aliased += weight;
        return _aliased <= 100 || Total <= 1000 || (double)_aliased / Total <= AllowedShare;
    }
}
