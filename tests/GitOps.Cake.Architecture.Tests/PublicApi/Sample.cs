using System.Collections.Immutable;

namespace GitOps.Cake.Architecture.Tests.PublicApi;

/// <summary>A type with a bit of everything, for the text of an API.</summary>
[Obsolete("old")]
public abstract record Sample<T>(int Number, string? Text = null) : IDisposable
    where T : class, IDisposable
{
    public const int Most = 3;

    public required ImmutableArray<T?> Items { get; init; }

    protected abstract Task<string?> Name { get; }

    internal string Hidden => "";

    public static TResult Make<TResult>(in int size, out string[] names, params IEnumerable<string?> more)
        where TResult : struct
    {
        names = new string[size + more.Count()];
        return default;
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    private void Own()
    {
    }
}
