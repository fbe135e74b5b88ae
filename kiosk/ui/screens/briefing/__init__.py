"""Briefing marks: who has had the safety briefing, by slot or one by one."""
