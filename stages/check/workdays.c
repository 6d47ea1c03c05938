#include "workdays.h"

static const RecordField off_fields[] = {FIELD_DAY_REQ(DaysOff, from, "from"), FIELD_DAY_REQ(DaysOff, to, "to"), FIELD_STRING(DaysOff, name, "name"),
                                         FIELD_END};
static const RecordType off_type = {"off", NULL, sizeof(DaysOff), off_fields};
static const RecordField work_fields[] = {FIELD_DAY_REQ(DayWorked, day, "day"), FIELD_END};
static const RecordType work_type = {"work", NULL, sizeof(DayWorked), work_fields};
static const RecordField workdays_fields[] = {FIELD_DAY_REQ(Workdays, from, "from"), FIELD_DAY_REQ(Workdays, to, "to"),
                                              FIELD_LIST(Workdays, off, "off", &off_type), FIELD_LIST(Workdays, work, "work", &work_type), FIELD_END};
const RecordType workdays_type = {"workdays", "urn:anjuan:workdays", sizeof(Workdays), workdays_fields};

bool workdays_covers(const Workdays *table, Day day)
{
    return day >= table->from && day <= table->to;
}

bool workdays_is_worked(const Workdays *table, Day day)
{
    for (guint i = 0; i < table->work->len; i++)
        if (((const DayWorked *)table->work->pdata[i])->day == day)
            return true;
    for (guint i = 0; i < table->off->len; i++) {
        const DaysOff *off = table->off->pdata[i];
        if (day >= off->from && day <= off->to)
            return false;
    }
    return day_weekday(day) <= 5;
}

int workdays_between(const Workdays *table, Day from, Day to)
{
    if (!workdays_covers(table, from) || !workdays_covers(table, to))
        return -1;
    int count = 0;
    for (Day day = from + 1; day <= to; day++)
        count += workdays_is_worked(table, day);
    return count;
}

Day workdays_roll(const Workdays *table, Day day)
{
    for (Day rolled = day; workdays_covers(table, rolled); rolled++)
        if (workdays_is_worked(table, rolled))
            return rolled;
    return day;
}

Day day_add_months(Day day, int months)
{
    int year, month, day_of_month;
    day_to_ymd(day, &year, &month, &day_of_month);
    int index = year * 12 + month - 1 + months;
    Day result = DAY_NONE;
    for (int last = day_of_month; result == DAY_NONE && last >= day_of_month - 3 && last > 0; last--)
        result = day_from_ymd(index / 12, index % 12 + 1, last);
    return result == DAY_NONE ? day : result;
}
