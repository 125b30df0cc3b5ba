using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Trees by their SHA: the same content is the same tree.</summary>
internal static class FakeTrees
{
    private static readonly ConditionalWeakTable<FakeRepository, Dictionary<string, ImmutableSortedDictionary<string, FakeFile>>> Made = [];

    public static string Sha(ImmutableSortedDictionary<string, FakeFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{file.Key}\0{file.Value.Mode}\0{file.Value.Content}\0")))))[..40];

    public static string Add(FakeRepository repository, ImmutableSortedDictionary<string, FakeFile> files)
    {
        var sha = Sha(files);
        Made.GetOrCreateValue(repository)[sha] = files;
        return sha;
    }

    public static ImmutableSortedDictionary<string, FakeFile>? Find(FakeRepository repository, string sha) =>
        Made.GetOrCreateValue(repository).GetValueOrDefault(sha) ?? repository.History.Commits.Values.FirstOrDefault(commit => Sha(commit.Files) == sha)?.Files;

    /// <summary>What is in a folder, and not in folders of it: its name, its mode, its kind and its SHA.</summary>
    public static IEnumerable<(string Path, string Mode, string Type, string Sha)> Entries(FakeRepository repository, ImmutableSortedDictionary<string, FakeFile> files) =>
        files.GroupBy(file => file.Key.Split('/')[0], StringComparer.Ordinal).Select(group => group.First() is var (path, file) && path == group.Key
            ? (group.Key, file.Mode, "blob", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Content)))[..40])
            : (group.Key, "040000", "tree", Add(repository, group.ToImmutableSortedDictionary(inside => inside.Key[(group.Key.Length + 1)..], inside => inside.Value))));
}
