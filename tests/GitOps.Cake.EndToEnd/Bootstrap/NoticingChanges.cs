namespace GitOps.Cake.EndToEnd.Bootstrap;

public sealed class NoticingChanges : IClassFixture<TinyRepository>
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly TinyRepository _repository;

    public NoticingChanges(TinyRepository repository)
    {
        _repository = repository;
        repository.WritePart("Fleeting", "here");
        repository.WritePart("Part", "one");
        repository.Write("src/old.txt", "text");
    }

    [Fact]
    public async Task Nothing_changed_so_the_program_starts_at_once()
    {
        await _repository.PartsAsync();
        _repository.Dotnet.Forget();

        var outcome = await _repository.RunAsync("parts");

        outcome.Error.ShouldBeEmpty();
        _repository.Dotnet.Calls.Where(call => call != "--version").ShouldHaveSingleItem().ShouldEndWith("/Build.dll parts");
    }

    [Fact]
    public async Task A_changed_file_is_compiled()
    {
        await _repository.PartsAsync();

        _repository.WritePart("Part", "two");

        (await _repository.PartsAsync()).ShouldContain("Part=two");
    }

    [Fact]
    public async Task A_changed_file_of_the_same_size_and_time_is_compiled()
    {
        await _repository.PartsAsync();
        var file = _repository.PathOf("src/Part.cs");
        var time = File.GetLastWriteTimeUtc(file);

        _repository.WritePart("Part", "six");
        File.SetLastWriteTimeUtc(file, time);

        (await _repository.PartsAsync()).ShouldContain("Part=six");
    }

    [Fact]
    public async Task A_deleted_file_is_noticed()
    {
        (await _repository.PartsAsync()).ShouldContain("Fleeting=here");

        File.Delete(_repository.PathOf("src/Fleeting.cs"));

        (await _repository.PartsAsync()).ShouldNotContain("Fleeting");
    }

    [Fact]
    public async Task A_renamed_file_is_noticed()
    {
        (await _repository.PartsAsync()).ShouldContain("old: text");

        File.Move(_repository.PathOf("src/old.txt"), _repository.PathOf("src/new.txt"));

        (await _repository.PartsAsync()).ShouldEndWith("new: text");
        File.Delete(_repository.PathOf("src/new.txt"));
    }

    [Fact]
    public async Task An_older_file_that_comes_back_is_compiled()
    {
        await _repository.PartsAsync();

        _repository.WritePart("Part", "older");
        File.SetLastWriteTimeUtc(_repository.PathOf("src/Part.cs"), LongAgo);

        (await _repository.PartsAsync()).ShouldContain("Part=older");
    }

    [Fact]
    public async Task An_older_file_that_is_moved_into_place_is_compiled()
    {
        await _repository.PartsAsync();
        _repository.Write("aside.cs", """namespace Parts; static class Part { internal const string Text = "moved"; }""");
        File.SetLastWriteTimeUtc(_repository.PathOf("aside.cs"), LongAgo);

        File.Move(_repository.PathOf("aside.cs"), _repository.PathOf("src/Part.cs"), overwrite: true);

        (await _repository.PartsAsync()).ShouldContain("Part=moved");
    }

    [Fact]
    public async Task Going_back_to_an_earlier_state_finds_its_build()
    {
        await _repository.PartsAsync();
        _repository.WritePart("Part", "not for long");
        await _repository.PartsAsync();
        _repository.Dotnet.Forget();

        _repository.WritePart("Part", "one");

        (await _repository.PartsAsync()).ShouldContain("Part=one");
        _repository.Dotnet.BuildCount.ShouldBe(0);
    }

    [Fact]
    public async Task What_an_IDE_leaves_in_bin_and_obj_is_no_input()
    {
        await _repository.PartsAsync();
        _repository.Dotnet.Forget();

        _repository.Write("src/obj/project.assets.json", "{}");
        _repository.Write("build/bin/Build.dll", "no program");

        await _repository.PartsAsync();
        _repository.Dotnet.BuildCount.ShouldBe(0);
    }
}
