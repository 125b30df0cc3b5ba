using Cake.Core;

namespace Cake.Frosting.Tests.InProcess;

/// <summary>What tasks and lifetimes of a run did, in their order; also the service that tests inject.</summary>
internal sealed class Journal
{
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries => _entries;

    public void Add(string entry) => _entries.Add(entry);

    public void Fail(string message) => throw new CakeException(message);
}
